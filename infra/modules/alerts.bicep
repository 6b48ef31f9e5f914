// Who is told, and of what: rules over the app's numbered log events, over events nobody took, and over /health/ready from outside.

param prefix string
param location string
param tags object
param workspaceId string
param applicationInsightsId string
param topicId string
param functionHostName string

@description('Addresses that alerts are sent to.')
param alertEmails array

@description('The last day on which returns may be filed, as yyyy-MM-dd; empty where no round is open.')
param filingDeadline string

@description('From how many days before the deadline two days without an accepted return raise an alert.')
param deadlineWatchDays int

// Event numbers are those of functions/Log.cs; docs/operations.md says what to do about each.
var startRefused = 101
var startFailed = 103
var returnTaken = 200
var drift = 301
var refreshed = 302
var refreshFailed = 303
var putAside = 401

@description('Log lines of one event, as the console writes them or as JSON.')
func lines(event int) string => 'AppTraces | where Message contains "[${event}]" or Message contains "\\"EventId\\":${event}"'

var onEvent = [
  {
    name: 'poison'
    title: 'Work failed five times and was put aside'
    query: lines(putAside)
    severity: 1
  }
  {
    name: 'refresh-failed'
    title: 'A refresh of everything failed'
    query: lines(refreshFailed)
    severity: 1
  }
  {
    name: 'start-refused'
    title: 'The app did not start: its configuration was refused, or something it needs was not there'
    query: 'union (${lines(startRefused)}), (${lines(startFailed)})'
    severity: 1
  }
  {
    name: 'drift'
    title: 'A stored figure was not what its accepted returns say'
    query: lines(drift)
    severity: 2
  }
]

var noNightly = '${lines(refreshed)} | where TimeGenerated > ago(26h) | summarize runs = count() | where runs == 0'
var noAccepted = '${lines(returnTaken)} | where Message contains ": accepted," | where TimeGenerated > ago(2d) | summarize accepted = count() | where accepted == 0 and now() between (datetime(${filingDeadline}) - ${deadlineWatchDays}d .. datetime(${filingDeadline}) + 1d)'

// One row by itself is the alert: these queries return a row only when something is missing.
var onAbsence = concat([
  {
    name: 'nightly-missing'
    title: 'No refresh of everything has finished in 26 hours'
    query: noNightly
    severity: 2
  }
], empty(filingDeadline) ? [] : [
  {
    name: 'no-accepted-returns'
    title: 'No return was accepted in two days, and the deadline is near'
    query: noAccepted
    severity: 2
  }
])

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'operators'
    emailReceivers: [for (email, index) in alertEmails: {
      name: 'operator-${index}'
      emailAddress: email
      useCommonAlertSchema: true
    }]
  }
}

resource eventRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in onEvent: {
  name: '${prefix}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.title
    description: 'docs/operations.md, alert ${rule.name}'
    enabled: true
    severity: rule.severity
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT15M'
    // Twice the frequency: a line may arrive late.
    windowSize: 'PT30M'
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: [
        operators.id
      ]
    }
  }
}]

resource absenceRules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for rule in onAbsence: {
  name: '${prefix}-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.title
    description: 'docs/operations.md, alert ${rule.name}'
    enabled: true
    severity: rule.severity
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT1H'
    windowSize: 'P1D'
    overrideQueryTimeRange: 'P2D'
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    autoMitigate: true
    actions: {
      actionGroups: [
        operators.id
      ]
    }
  }
}]

resource undelivered 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-undelivered-events'
  location: 'global'
  tags: tags
  properties: {
    description: 'docs/operations.md, alert undelivered-events'
    enabled: true
    severity: 2
    scopes: [
      topicId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'undelivered'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
  }
}

resource readyTest 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${prefix}-ready'
  location: location
  // The portal finds a test by this tag.
  tags: union(tags, {
    'hidden-link:${applicationInsightsId}': 'Resource'
  })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: '${prefix}-ready'
    Name: '${prefix} is ready'
    Enabled: true
    Kind: 'standard'
    Frequency: 900
    // A cold start is not an outage.
    Timeout: 60
    RetryEnabled: true
    // UK South, UK West, North Europe.
    Locations: [
      {
        Id: 'emea-ru-msa-edge'
      }
      {
        Id: 'emea-se-sto-edge'
      }
      {
        Id: 'emea-gb-db3-azr'
      }
    ]
    Request: {
      RequestUrl: 'https://${functionHostName}/health/ready'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      SSLCertRemainingLifetimeCheck: 7
    }
  }
}

resource notReady 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${prefix}-not-ready'
  location: 'global'
  tags: tags
  properties: {
    description: 'docs/operations.md, alert not-ready'
    enabled: true
    severity: 1
    scopes: [
      readyTest.id
      applicationInsightsId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readyTest.id
      componentId: applicationInsightsId
      failedLocationCount: 2
    }
    actions: [
      {
        actionGroupId: operators.id
      }
    ]
  }
}

output actionGroupId string = operators.id
