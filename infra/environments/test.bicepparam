// As production, on a smaller bill: what is deployed here is what goes to production.
using '../main.bicep'

param environmentName = 'test'
param storageSku = 'Standard_ZRS'
param softDeleteDays = 14
param keepOldVersionsDays = 60
param lockData = false
param maximumInstances = 20
param dailyLogGb = 1
param monthlyBudget = 60

// People, dates and keys are not in the repository.
param alertEmails = split(readEnvironmentVariable('BENCHMARKING_ALERT_EMAILS'), ',')
param budgetStart = readEnvironmentVariable('BENCHMARKING_BUDGET_START')
param operatorKeySha256 = readEnvironmentVariable('BENCHMARKING_OPERATOR_KEY_SHA256', '')
param codeDeployed = bool(readEnvironmentVariable('BENCHMARKING_CODE_DEPLOYED', 'true'))
