// The Function App on its plan, Flex Consumption or Premium, with every setting that the app and its host read.

param name string
param planName string
param location string
param tags object

@description('flex: Flex Consumption, scales to zero. premium: Elastic Premium, at least one warm instance.')
@allowed(['flex', 'premium'])
param plan string

param identityId string
param identityClientId string

@description('Blob, queue and table addresses of the data account.')
param data storageAddresses

@description('Blob, queue and table addresses of the host account.')
param host storageAddresses

@description('The container from which the platform takes the app.')
param packageContainerUri string

@description('Premium only: the package in that container. Flex takes what was deployed last.')
param packageName string

param applicationInsightsConnectionString string

param openReads bool
param operatorKeySha256 string
param otlpEndpoint string
param filingDeadlines string
param maxReturnBytes int
param nightlySchedule string
param reconcileSchedule string
param ingestConcurrency int

@description('Flex only: memory of one instance.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('The most instances that a burst of returns may start.')
param maximumInstances int

@description('Flex only: instances kept warm for HTTP; 0 lets the service go cold between visits.')
param alwaysReadyInstances int

type storageAddresses = {
  blob: string
  queue: string
  table: string
}

var flex = plan == 'flex'

var settings = {
  AzureWebJobsStorage__blobServiceUri: host.blob
  AzureWebJobsStorage__queueServiceUri: host.queue
  AzureWebJobsStorage__tableServiceUri: host.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId

  Storage__blobServiceUri: data.blob
  Storage__queueServiceUri: data.queue
  Storage__tableServiceUri: data.table
  Storage__credential: 'managedidentity'
  Storage__clientId: identityClientId

  Benchmarking__Environment: 'Production'
  Benchmarking__Authentication: 'Keys'
  Benchmarking__OpenReads: openReads ? 'true' : 'false'
  Benchmarking__OperatorKeySha256: operatorKeySha256
  Benchmarking__FilingDeadlines: filingDeadlines
  Benchmarking__MaxReturnBytes: string(maxReturnBytes)
  Benchmarking__IngestConcurrency: string(ingestConcurrency)

  // The timers look these up by plain names, as %NightlySchedule%.
  NightlySchedule: nightlySchedule
  ReconcileSchedule: reconcileSchedule

  // The first page is the app's, not the platform's.
  AzureWebJobsDisableHomepage: 'true'

  // Empty: the app sends no traces and measurements of its own.
  OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint

  APPLICATIONINSIGHTS_CONNECTION_STRING: applicationInsightsConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // Alerts count log lines, so none may be sampled away.
  AzureFunctionsJobHost__logging__applicationInsights__samplingSettings__isEnabled: 'false'
}

// What Flex Consumption states in functionAppConfig, Premium states as settings.
var premiumSettings = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  FUNCTIONS_WORKER_RUNTIME: 'custom'
  WEBSITE_RUN_FROM_PACKAGE: '${packageContainerUri}/${packageName}'
  WEBSITE_RUN_FROM_PACKAGE_BLOB_MI_RESOURCE_ID: identityId
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
      '${identityId}': {}
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
          value: packageContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'custom'
        version: ''
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
      }
    } : null
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      minimumElasticInstanceCount: flex ? null : 1
      appSettings: [for setting in items(union(settings, flex ? {} : premiumSettings)): {
        name: setting.key
        value: setting.value
      }]
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

output name string = app.name
output hostName string = app.properties.defaultHostName
