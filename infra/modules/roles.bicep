// What the app's identity may do, and on what. Nothing is assigned above the three resources named here.

import { roles } from 'role-definitions.bicep'

@description('Whose rights these are.')
param identityName string
param dataAccountName string
param hostAccountName string
param applicationInsightsName string

// Data account. The blob trigger's documented role on the account it watches; the code itself reads `returns`, writes it for
// PUT /returns, and reads and writes `receipts` and `snapshots`.
// Queue: sends, receives and deletes messages, counts them, makes the queue at start; the host writes the poison queues here.
// Table: queries, single writes and batches in every table, makes missing ones at start.
var onData = [
  roles.storageBlobDataOwner
  roles.storageQueueDataContributor
  roles.storageTableDataContributor
]

// Host account, for the host itself and for Durable Functions, whose task hub lies here. Blobs: the host's leases, keys and timer status
// and the app's package; Durable's leases and large messages, for which Contributor would do. Queue: the control queue between the Event
// Grid webhook and IngestReturn; Durable's control and work items. Table: the host's diagnostic events; Durable's history and instances.
// Storage Account Contributor, which the documentation adds for blob triggers that poll, is left out: this trigger does not poll.
var onHost = [
  roles.storageBlobDataOwner
  roles.storageQueueDataContributor
  roles.storageTableDataContributor
]

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

resource dataRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in onData: {
  scope: dataAccount
  name: guid(dataAccount.id, identity.id, role)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource hostRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in onHost: {
  scope: hostAccount
  name: guid(hostAccount.id, identity.id, role)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

// Telemetry is taken from this identity only, not from whoever holds the connection string.
resource telemetryRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: applicationInsights
  name: guid(applicationInsights.id, identity.id, roles.monitoringMetricsPublisher)
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
  }
}
