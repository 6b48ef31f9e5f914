// One environment of Benchmarking, whole, in one resource group. Deployed twice at first: before the code, and after it.

import { resourceTags } from 'modules/types.bicep'

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

@allowed([2048, 4096])
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

@description('Until when figures are for holders of a key, such as 2024-25 2025-10-01T09:30:00+01:00; …; empty where none are withheld.')
param embargoes string = ''

@description('The largest return, in bytes.')
param maxReturnBytes int = 10000000

@description('NCRONTAB with seconds, UTC.')
param nightlySchedule string = '0 0 2 * * *'

@description('NCRONTAB with seconds, UTC.')
param reconcileSchedule string = '0 30 * * * *'

@description('Addresses that alerts are sent to.')
param alertEmails string[]

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

@description('Whether the code was deployed. False in the first deployment: the webhook that events go to is not there yet.')
param codeDeployed bool

// Known before anything is made, so that what-if can say what each module will do.
var prefix = 'benchmarking-${environmentName}'
var unique = uniqueString(resourceGroup().id)
var identityName = '${prefix}-app'
var functionApp = '${prefix}-${unique}'
var dataAccount = 'bmdata${environmentName}${unique}'
var hostAccount = 'bmhost${environmentName}${unique}'
var workspace = '${prefix}-logs'
var applicationInsights = '${prefix}-insights'
var topic = '${prefix}-returns'
var packageContainer = 'packages'
var undeliveredContainer = 'undelivered-events'
var tags resourceTags = {
  application: 'benchmarking'
  environment: environmentName
}

module identity 'modules/identity.bicep' = {
  params: {
    name: identityName
    location: location
    tags: tags
  }
}

module storage 'modules/storage.bicep' = {
  params: {
    name: dataAccount
    location: location
    tags: tags
    sku: storageSku
    softDeleteDays: softDeleteDays
    keepOldVersionsDays: keepOldVersionsDays
    locked: lockData
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  params: {
    name: hostAccount
    location: location
    tags: tags
    packageContainer: packageContainer
    undeliveredContainer: undeliveredContainer
    keepUndeliveredDays: 30
  }
}

module monitoring 'modules/monitoring.bicep' = {
  params: {
    workspaceName: workspace
    applicationInsightsName: applicationInsights
    location: location
    tags: tags
    keepLogsDays: keepLogsDays
    dailyLogGb: dailyLogGb
  }
}

module roleAssignments 'modules/roles.bicep' = {
  params: {
    identityName: identityName
    dataAccountName: dataAccount
    hostAccountName: hostAccount
    applicationInsightsName: applicationInsights
  }
  dependsOn: [
    identity
    storage
    hostStorage
    monitoring
  ]
}

module app 'modules/function-app.bicep' = {
  params: {
    name: functionApp
    planName: '${prefix}-plan'
    location: location
    tags: tags
    plan: plan
    identityName: identityName
    dataAccountName: dataAccount
    hostAccountName: hostAccount
    applicationInsightsName: applicationInsights
    packageContainer: packageContainer
    packageName: packageName
    openReads: openReads
    operatorKeySha256: operatorKeySha256
    otlpEndpoint: otlpEndpoint
    filingDeadlines: filingDeadlines
    embargoes: embargoes
    maxReturnBytes: maxReturnBytes
    nightlySchedule: nightlySchedule
    reconcileSchedule: reconcileSchedule
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
  params: {
    topicName: topic
    location: location
    tags: tags
    dataAccountName: dataAccount
    hostAccountName: hostAccount
    undeliveredContainer: undeliveredContainer
  }
  dependsOn: [
    storage
    hostStorage
  ]
}

// A module by itself: what looks up a key would be evaluated in any template that holds it, deployed or not.
module eventSubscriptions 'modules/event-subscriptions.bicep' = if (codeDeployed) {
  params: {
    topicName: topic
    functionAppName: functionApp
    hostAccountName: hostAccount
    undeliveredContainer: undeliveredContainer
  }
  dependsOn: [
    eventGrid
    app
  ]
}

module alerts 'modules/alerts.bicep' = {
  params: {
    prefix: prefix
    location: location
    tags: tags
    workspaceName: workspace
    applicationInsightsName: applicationInsights
    topicName: topic
    functionHostName: app.outputs.hostName
    alertEmails: alertEmails
    filingDeadline: filingDeadline
    deadlineWatchDays: deadlineWatchDays
  }
  dependsOn: [
    monitoring
    eventGrid
  ]
}

module budget 'modules/budget.bicep' = {
  params: {
    name: '${prefix}-month'
    monthlyAmount: monthlyBudget
    start: budgetStart
    actionGroupId: alerts.outputs.actionGroupId
  }
}

output functionAppName string = functionApp
output functionHostName string = app.outputs.hostName
output dataAccountName string = dataAccount
output hostAccountName string = hostAccount
