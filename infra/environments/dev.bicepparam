// For trying things out: cheapest storage, nothing kept long, no lock.
using '../main.bicep'

param environmentName = 'dev'
param storageSku = 'Standard_LRS'
param softDeleteDays = 7
param keepOldVersionsDays = 30
param lockData = false
param maximumInstances = 5
param dailyLogGb = 1
param monthlyBudget = 30

// People, dates and keys are not in the repository.
param alertEmails = split(readEnvironmentVariable('BENCHMARKING_ALERT_EMAILS'), ',')
param budgetStart = readEnvironmentVariable('BENCHMARKING_BUDGET_START')
param operatorKeySha256 = readEnvironmentVariable('BENCHMARKING_OPERATOR_KEY_SHA256', '')
param codeDeployed = bool(readEnvironmentVariable('BENCHMARKING_CODE_DEPLOYED', 'true'))
