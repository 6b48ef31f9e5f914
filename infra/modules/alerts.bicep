// Who is told, and of what: rules over the events that the app logs, over events nobody took, and over /health/ready from outside.

import { resourceTags } from 'types.bicep'

param prefix string
param location string
param tags resourceTags
param workspaceName string
param applicationInsightsName string
param topicName string
param functionHostName string

@description('Addresses that alerts are sent to.')
param alertEmails string[]

@description('The last day on which returns may be filed, as yyyy-MM-dd; empty where no round is open.')
param filingDeadline string

@description('From how many days before the deadline two days without an accepted return raise an alert.')
param deadlineWatchDays int

// Named as in service/Log.cs; docs/operations.md says what to do about each. What was logged with an exception is in AppExceptions.
@description('Records of these events. The name is among the properties whether the worker sends them itself or the host passes them on.')
func records(events string[]) string =>
  'union AppTraces, AppExceptions | where tostring(Properties.EventName) in ("${join(events, '", "')}")'

// An app that does not start has its console only, which names the event by number.
var start = records(['StartRefused', 'StartFailed'])
var onConsole = 'Message contains "[101]" or Message contains "[103]"'

var onEvent = [
  {
    name: 'poison'
    title: 'Work failed five times and was put aside'
    query: records(['PutAside'])
    severity: 1
  }
  {
    name: 'refresh-failed'
    title: 'A refresh of everything failed'
    query: records(['RefreshFailed'])
    severity: 1
  }
  {
    name: 'start-refused'
    title: 'The app did not start: its configuration was refused, or something it needs was not there'
    query: '${start} or ${onConsole}'
    severity: 1
  }
  {
    name: 'drift'
    title: 'A stored figure was not what its accepted returns say'
    query: records(['Drift'])
    severity: 2
  }
]

var noNightly = join([
  records(['Refreshed'])
  'where TimeGenerated > ago(26h)'
  'summarize runs = count()'
  'where runs == 0'
], ' | ')

// The status is a property where the worker sends its records itself, and stands in the message only where the host passes them on.
var accepted = 'where tostring(Properties.Status) == "accepted" or Message contains ": accepted,"'
var watched = 'between (datetime(${filingDeadline}) - ${deadlineWatchDays}d .. datetime(${filingDeadline}) + 1d)'
var noAccepted = join([
  records(['ReturnTaken'])
  accepted
  'where TimeGenerated > ago(2d)'
  'summarize accepted = count()'
  'where accepted == 0 and now() ${watched}'
], ' | ')

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

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: applicationInsightsName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

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
      workspace.id
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
      workspace.id
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
      topic.id
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
    'hidden-link:${applicationInsights.id}': 'Resource'
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
      applicationInsights.id
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: readyTest.id
      componentId: applicationInsights.id
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
