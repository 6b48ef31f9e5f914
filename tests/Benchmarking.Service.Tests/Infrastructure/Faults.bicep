// Lines break the rules that they name, so that one misspelt or switched off is noticed. CompileTests compiles it beside the modules.

import { roles } from 'role-definitions.bicep' // no-unused-imports

param name string
param location string
param time string = utcNow()
param unusedParameter string // no-unused-params
param password string // secure-secrets-in-params
@secure()
param guessed string = 'guess' // secure-parameter-default
@metadata({ description: 'one' })  // no-conflicting-metadata
@description('another')
param described string
param shape object // use-user-defined-types
type unusedType = { a: string } // no-unused-types

var unusedVariable = 1 // no-unused-vars
var joined = concat(name, location) // prefer-interpolation
var simple = '${name}' // simplify-interpolation
var none = json('null') // simplify-json-null
var quoted = { 'name': name } // prefer-unquoted-property-names
var url = 'https://a.core.windows.net' // no-hardcoded-env-urls
var untyped any = name // no-explicit-any
var either = contains(shape, 'a') ? shape.a : name // use-safe-access

resource account 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: name
}
resource never 'Microsoft.Storage/storageAccounts@2024-01-01' existing = { // no-unused-existing-resources
  name: 'never'
}
resource queues 'Microsoft.Storage/storageAccounts/queueServices@2024-01-01' = {
  name: '${account.name}/default' // use-parent-property
}
resource tables 'Microsoft.Storage/storageAccounts/tableServices@2024-01-01' = {
  parent: account
  name: 'default'
  propertees: {} // BCP089
}
resource place 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'a'
  location: 'uksouth' // no-hardcoded-location
}
resource changing 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: time // use-stable-resource-identifiers
  location: location
}
resource waiting 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${place.name}b'
  location: location
  dependsOn: [
    place // no-unnecessary-dependson
  ]
}
resource nested 'Microsoft.Resources/deployments@2024-03-01' = { // no-deployments-resources
  name: 'a'
  properties: {
    mode: 'Incremental'
  }
}
resource hook 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  name: 'a/b'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${name}' // use-secure-value-for-secure-inputs
      }
    }
  }
}
resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: 'a'
  location: location
  properties: {
    serverFarmId: '/a/${name}' // use-resource-id-functions
    httpsOnly: 'yes' // BCP036
  }
}

module named 'identity.bicep' = {
  name: 'named' // no-module-name
  params: { name: name, location: location, tags: { application: 'a', environment: 'b' } }
}
module main '../main.bicep' = {
  params: { environmentName: 'dev' } // explicit-values-for-loc-params
}
module runtime 'roles.bicep' = {
  params: {
    identityName: account.properties.primaryLocation // what-if-short-circuiting
    dataAccountName: name
    hostAccountName: name
    applicationInsightsName: name
  }
}

output key string = account.listKeys().keys[0].value // outputs-should-not-contain-secrets
output fixed string = 'fixed' // no-hardcoded-outputs
output there string = resourceGroup().location // no-loc-expr-outside-params
output reference string = reference(account.id).primaryLocation // use-resource-symbol-reference
