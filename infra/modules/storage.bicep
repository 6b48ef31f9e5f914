// The data account: returns as filed, receipts, snapshots, every table, and the queues of slices to recompute and of what failed.

import { resourceTags } from 'types.bicep'

param name string
param location string
param tags resourceTags

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param sku string

@description('For how many days a deleted blob or container can be brought back.')
@minValue(7)
@maxValue(365)
param softDeleteDays int

@description('For how many days an overwritten blob keeps its older versions.')
@minValue(30)
param keepOldVersionsDays int

@description('Whether the account refuses to be deleted until its lock is taken away.')
param locked bool

// Named as in service/Storage/StorageClients.cs; a test compares them.
var containers = [
  'returns'
  'datasets'
  'receipts'
  'snapshots'
  'instances'
]
// Those poison queues that a function reads too: its trigger would otherwise look in vain until the first failure.
var queues = [
  'stale-slices'
  'stale-slices-poison'
  'rebuild-requests-poison'
  'webjobs-blobtrigger-poison'
  'rebuild-requests'
]
var tables = [
  'Returns'
  'Filings'
  'Observations'
  'CouncilObservations'
  'Slices'
  'Comparisons'
  'StaleSlices'
  'Snapshots'
  'Keys'
  'Poison'
  'Saved'
]

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: sku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: true
    deleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: softDeleteDays
    }
  }
}

resource privateContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = [for container in containers: {
  parent: blobs
  name: container
  properties: {
    publicAccess: 'None'
  }
}]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2024-01-01' = {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [
        {
          name: 'old-versions-and-snapshots'
          enabled: true
          type: 'Lifecycle'
          definition: {
            filters: {
              blobTypes: [
                'blockBlob'
              ]
            }
            actions: {
              version: {
                delete: {
                  daysAfterCreationGreaterThan: keepOldVersionsDays
                }
              }
              snapshot: {
                delete: {
                  daysAfterCreationGreaterThan: keepOldVersionsDays
                }
              }
            }
          }
        }
      ]
    }
  }
  // The policy speaks of versions, which the account must know first.
  dependsOn: [
    blobs
  ]
}

resource queueService 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource workQueues 'Microsoft.Storage/storageAccounts/queueServices/queues@2024-01-01' = [for queue in queues: {
  parent: queueService
  name: queue
}]

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
}

resource dataTables 'Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01' = [for table in tables: {
  parent: tableService
  name: table
}]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (locked) {
  scope: account
  name: 'keep-returns'
  properties: {
    level: 'CanNotDelete'
    notes: 'Returns as filed cannot be made again. See infra/README.md before taking this lock away.'
  }
}
