// Tells the app of each file that lands in a container: subscriptions of the data account's topic to the host's blob webhook.

param topicName string
param functionAppName string
param hostAccountName string
param undeliveredContainer string

// A container, and the function that takes in what lands there.
var subscriptions = [
  { container: 'returns', function: 'IngestReturn' }
  { container: 'datasets', function: 'IngestDataset' }
]

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource app 'Microsoft.Web/sites@2024-04-01' existing = {
  name: functionAppName
}

resource hostAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: hostAccountName
}

var webhook = 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs'

// Read here and handed to nobody: as a parameter or an output it would be kept with the deployment. The host makes the key when it
// first runs code with a blob trigger, so that before that this module cannot be deployed.
var webhookKey = listKeys('${app.id}/host/default', app.apiVersion).systemKeys.blobs_extension

resource toFunctions 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = [for subscription in subscriptions: {
  parent: topic
  name: '${subscription.container}-to-ingest'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: '${webhook}?functionName=Host.Functions.${subscription.function}&code=${uriComponent(webhookKey)}'
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
      subjectBeginsWith: '/blobServices/default/containers/${subscription.container}/blobs/'
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
}]
