// Production: three zones, a lock on the data, a watch on the filing deadline.
using '../main.bicep'

param environmentName = 'prod'
param storageSku = 'Standard_ZRS'
param softDeleteDays = 30
param keepOldVersionsDays = 400
param lockData = true
param maximumInstances = 40
param dailyLogGb = 2
param monthlyBudget = 150
param alwaysReadyInstances = 1
// The day by which this round's returns are due, set at the start of each round.
param filingDeadline = readEnvironmentVariable('BENCHMARKING_FILING_DEADLINE', '')
param filingDeadlines = readEnvironmentVariable('BENCHMARKING_FILING_DEADLINES', '')
param embargoes = readEnvironmentVariable('BENCHMARKING_EMBARGOES', '')

// People, dates and keys are not in the repository.
param alertEmails = split(readEnvironmentVariable('BENCHMARKING_ALERT_EMAILS'), ',')
param budgetStart = readEnvironmentVariable('BENCHMARKING_BUDGET_START')
param operatorKeySha256 = readEnvironmentVariable('BENCHMARKING_OPERATOR_KEY_SHA256', '')
param codeDeployed = bool(readEnvironmentVariable('BENCHMARKING_CODE_DEPLOYED', 'true'))
