// Tells the app of each return that lands in `returns`: the data account's system topic and its subscription to the host's blob webhook.

import { roles } from 'role-definitions.bicep'

param topicName string
param location string
param tags object
param dataAccountId string
param hostAccountName string
param undeliveredContainer string
param functionHostName string

@description('The host\'s key for its blob webhook. The host makes it when it first runs the deployed code, so the subscription is made in a second deployment; empty leaves it as it is.')
@secure()
param blobsExtensionKey string

resource hostAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource undelivered 'containers' existing = {
      name: undeliveredContainer
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: topicName
  location: location
  tags: tags
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    source: dataAccountId
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

// Event Grid writes what it could not deliver; on that container and nowhere else.
resource undeliveredRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hostAccount::blobs::undelivered
  name: guid(hostAccount::blobs::undelivered.id, topic.id, roles.storageBlobDataContributor)
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource returnsToIngest 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = if (!empty(blobsExtensionKey)) {
  parent: topic
  name: 'returns-to-ingest'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${functionHostName}/runtime/webhooks/blobs?functionName=Host.Functions.IngestReturn&code=${uriComponent(blobsExtensionKey)}'
        maxEventsPerBatch: 1
        preferredBatchSizeInKilobytes: 64
        minimumTlsVersionAllowed: '1.2'
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: [
        'Microsoft.Storage.BlobCreated'
      ]
      subjectBeginsWith: '/blobServices/default/containers/returns/blobs/'
      // A blob written in parts raises an event for each call; only these say that it is whole.
      advancedFilters: [
        {
          operatorType: 'StringIn'
          key: 'data.api'
          values: [
            'PutBlob'
            'PutBlockList'
            'CopyBlob'
            'FlushWithClose'
          ]
        }
      ]
    }
    // What is not delivered within a day was found by the hourly reconciliation long before.
    retryPolicy: {
      maxDeliveryAttempts: 30
      eventTimeToLiveInMinutes: 1440
    }
    deadLetterWithResourceIdentity: {
      identity: {
        type: 'SystemAssigned'
      }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: {
          resourceId: hostAccount.id
          blobContainerName: undeliveredContainer
        }
      }
    }
  }
  dependsOn: [
    undeliveredRole
  ]
}

output topicId string = topic.id
