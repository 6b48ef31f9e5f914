// The Function App on its plan, Flex Consumption or Premium, with every setting that the app and its host read.

import { resourceTags } from 'types.bicep'

param name string
param planName string
param location string
param tags resourceTags

@description('flex: Flex Consumption, scales to zero. premium: Elastic Premium, at least one warm instance.')
@allowed(['flex', 'premium'])
param plan string

param identityName string
param dataAccountName string
param hostAccountName string
param applicationInsightsName string

@description('The container of the host account from which the platform takes the app.')
param packageContainer string

@description('Premium only: the package in that container. Flex takes what was deployed last.')
param packageName string

param openReads bool
param operatorKeySha256 string
param otlpEndpoint string
param filingDeadlines string
param embargoes string

@description('The largest return, in bytes.')
param maxReturnBytes int

param nightlySchedule string
param reconcileSchedule string

@description('Flex only: memory of one instance. One of 512 MB would not hold the host and the largest return beside each other.')
@allowed([2048, 4096])
param instanceMemoryMB int

@description('The most instances that a burst of returns may start.')
param maximumInstances int

@description('Flex only: instances kept warm for HTTP; 0 lets the service go cold between visits.')
param alwaysReadyInstances int

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: identityName
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccountName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

var flex = plan == 'flex'
var clientId = identity.properties.clientId
var data = dataAccount.properties.primaryEndpoints
var host = hostAccount.properties.primaryEndpoints
var packages = '${host.blob}${packageContainer}'

// An instance takes in as many returns at a time as its memory holds beside host and worker (512 MB): checking one takes up to
// 40 times its size, 400 MB for one of 10 MB. EP1 has 3.5 GB.
var memoryMB = flex ? instanceMemoryMB : 3584
var returnMB = max(60, maxReturnBytes / 25000)
var returnsAtOnce = string(max(1, (memoryMB - 512) / returnMB))

var settings = {
  // The host's own storage, and that of Durable Functions.
  AzureWebJobsStorage__blobServiceUri: host.blob
  AzureWebJobsStorage__queueServiceUri: host.queue
  AzureWebJobsStorage__tableServiceUri: host.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: clientId

  Storage__blobServiceUri: data.blob
  Storage__queueServiceUri: data.queue
  Storage__tableServiceUri: data.table
  Storage__credential: 'managedidentity'
  Storage__clientId: clientId

  Benchmarking__Environment: 'Production'
  Benchmarking__Authentication: 'Keys'
  Benchmarking__OpenReads: openReads ? 'true' : 'false'
  Benchmarking__OperatorKeySha256: operatorKeySha256
  Benchmarking__FilingDeadlines: filingDeadlines
  Benchmarking__Embargoes: embargoes
  Benchmarking__MaxReturnBytes: string(maxReturnBytes)
  Benchmarking__IngestConcurrency: returnsAtOnce
  AzureFunctionsJobHost__extensions__blobs__maxDegreeOfParallelism: returnsAtOnce

  // The timers look these up by plain names, as %NightlySchedule%.
  NightlySchedule: nightlySchedule
  ReconcileSchedule: reconcileSchedule

  // The first page is the app's, not the platform's.
  AzureWebJobsDisableHomepage: 'true'

  // Empty: the app sends no traces and measurements of its own.
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint

  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
}

// What Flex Consumption states in functionAppConfig, Premium states as settings.
var premiumSettings = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  WEBSITE_RUN_FROM_PACKAGE: '${packages}/${packageName}'
  WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID: identity.id
}

resource servicePlan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: planName
  location: location
  tags: tags
  kind: flex ? 'functionapp' : 'elastic'
  sku: flex ? {
    tier: 'FlexConsumption'
    name: 'FC1'
  } : {
    tier: 'ElasticPremium'
    name: 'EP1'
  }
  properties: flex ? {
    reserved: true
  } : {
    reserved: true
    maximumElasticWorkerCount: maximumInstances
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: servicePlan.id
    httpsOnly: true
    clientAffinityEnabled: false
    functionAppConfig: flex ? {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packages
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstances
        alwaysReady: alwaysReadyInstances == 0 ? [] : [
          {
            name: 'http'
            instanceCount: alwaysReadyInstances
          }
        ]
        triggers: {
          http: {
            perInstanceConcurrency: 16
          }
        }
      }
    } : null
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      appSettings: map(items(union(settings, flex ? {} : premiumSettings)), setting => {
        name: setting.key
        value: setting.value
      })
      ...(flex ? {} : {
        linuxFxVersion: 'DOTNET-ISOLATED|10.0'
        minimumElasticInstanceCount: 1
      })
    }
  }
}

// Nobody deploys by password.
resource noFtpPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noScmPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

output hostName string = app.properties.defaultHostName
