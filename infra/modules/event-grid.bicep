// The data account's system topic, and its right to put aside what it could not deliver.

import { roles } from 'role-definitions.bicep'
import { resourceTags } from 'types.bicep'

param topicName string
param location string
param tags resourceTags
param dataAccountName string
param hostAccountName string
param undeliveredContainer string

resource dataAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: dataAccountName
}

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
    source: dataAccount.id
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
