// One environment of Benchmarking, whole, in one resource group. Deployed twice: before the code, and after it with the webhook's key.

targetScope = 'resourceGroup'

@allowed(['dev', 'test', 'prod'])
param environmentName string

param location string = resourceGroup().location

@description('flex: Flex Consumption, scales to zero. premium: Elastic Premium EP1.')
@allowed(['flex', 'premium'])
param plan string = 'flex'

@description('Premium only: the package to run, as uploaded to the package container.')
param packageName string = 'functions.zip'

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string

@description('For how many days a deleted blob or container can be brought back.')
param softDeleteDays int = 30

@description('For how many days an overwritten blob keeps its older versions.')
param keepOldVersionsDays int = 400

@description('Whether the data account refuses to be deleted.')
param lockData bool

@allowed([512, 2048, 4096])
param instanceMemoryMB int = 2048

@minValue(1)
@maxValue(1000)
param maximumInstances int

@minValue(0)
param alwaysReadyInstances int = 0

@description('Whether published figures may be read without a key.')
param openReads bool = true

@description('SHA-256 of the key with which the first operator issues the others; empty once that is done.')
param operatorKeySha256 string = ''

@description('Where the app sends traces and measurements over OTLP; empty for nowhere.')
param otlpEndpoint string = ''

@description('By when returns are due, such as 2012-13 savings 2013-07-31T23:59:59+01:00; …; empty where nobody is late.')
param filingDeadlines string = ''

@description('The largest return, in bytes.')
param maxReturnBytes int = 10000000

@description('How many returns one instance ingests at a time.')
@minValue(1)
@maxValue(64)
param ingestConcurrency int = 4

@description('NCRONTAB with seconds, UTC.')
param nightlySchedule string = '0 0 2 * * *'

@description('NCRONTAB with seconds, UTC.')
param reconcileSchedule string = '0 30 * * * *'

@description('Addresses that alerts are sent to.')
param alertEmails array

@description('The last day on which returns may be filed, as yyyy-MM-dd; empty where no round is open.')
param filingDeadline string = ''

@minValue(1)
param deadlineWatchDays int = 14

param keepLogsDays int = 90
param dailyLogGb int

@description('In the currency that the subscription is billed in.')
param monthlyBudget int

@description('First day of the month of the first deployment, as yyyy-MM-dd; the same ever after.')
param budgetStart string

@description('The host\'s key for its blob webhook; empty in the first deployment. See infra/README.md.')
@secure()
param blobsExtensionKey string = ''

var prefix = 'benchmarking-${environmentName}'
var unique = uniqueString(resourceGroup().id)
var packageContainer = 'packages'
var undeliveredContainer = 'undelivered-events'
var tags = {
  application: 'benchmarking'
  environment: environmentName
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: '${prefix}-app'
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: 'bmdata${environmentName}${unique}'
    location: location
    tags: tags
    sku: storageSku
    softDeleteDays: softDeleteDays
    keepOldVersionsDays: keepOldVersionsDays
    locked: lockData
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  params: {
    name: 'bmhost${environmentName}${unique}'
    location: location
    tags: tags
    packageContainer: packageContainer
    undeliveredContainer: undeliveredContainer
    keepUndeliveredDays: 30
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    workspaceName: '${prefix}-logs'
    applicationInsightsName: '${prefix}-insights'
    location: location
    tags: tags
    keepLogsDays: keepLogsDays
    dailyLogGb: dailyLogGb
  }
}

module roleAssignments 'modules/roles.bicep' = {
  name: 'roles'
  params: {
    principalId: identity.outputs.principalId
    dataAccountName: storage.outputs.name
    hostAccountName: hostStorage.outputs.name
    applicationInsightsName: monitoring.outputs.applicationInsightsName
  }
}

module functionApp 'modules/function-app.bicep' = {
  name: 'function-app'
  params: {
    name: '${prefix}-${unique}'
    planName: '${prefix}-plan'
    location: location
    tags: tags
    plan: plan
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    data: {
      blob: storage.outputs.blobServiceUri
      queue: storage.outputs.queueServiceUri
      table: storage.outputs.tableServiceUri
    }
    host: {
      blob: hostStorage.outputs.blobServiceUri
      queue: hostStorage.outputs.queueServiceUri
      table: hostStorage.outputs.tableServiceUri
    }
    packageContainerUri: hostStorage.outputs.packageContainerUri
    packageName: packageName
    applicationInsightsConnectionString: monitoring.outputs.connectionString
    openReads: openReads
    operatorKeySha256: operatorKeySha256
    otlpEndpoint: otlpEndpoint
    filingDeadlines: filingDeadlines
    maxReturnBytes: maxReturnBytes
    nightlySchedule: nightlySchedule
    reconcileSchedule: reconcileSchedule
    ingestConcurrency: ingestConcurrency
    instanceMemoryMB: instanceMemoryMB
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
  }
  // The app reads its package and its storage with these rights from the first second.
  dependsOn: [
    roleAssignments
  ]
}

module eventGrid 'modules/event-grid.bicep' = {
  name: 'event-grid'
  params: {
    topicName: '${prefix}-returns'
    location: location
    tags: tags
    dataAccountId: storage.outputs.id
    hostAccountName: hostStorage.outputs.name
    undeliveredContainer: undeliveredContainer
    functionHostName: functionApp.outputs.hostName
    blobsExtensionKey: blobsExtensionKey
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    prefix: prefix
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    applicationInsightsId: monitoring.outputs.applicationInsightsId
    topicId: eventGrid.outputs.topicId
    functionHostName: functionApp.outputs.hostName
    alertEmails: alertEmails
    filingDeadline: filingDeadline
    deadlineWatchDays: deadlineWatchDays
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  params: {
    name: '${prefix}-month'
    monthlyAmount: monthlyBudget
    start: budgetStart
    actionGroupId: alerts.outputs.actionGroupId
  }
}

output functionAppName string = functionApp.outputs.name
output functionHostName string = functionApp.outputs.hostName
output dataAccountName string = storage.outputs.name
output hostAccountName string = hostStorage.outputs.name
output eventTopicId string = eventGrid.outputs.topicId
