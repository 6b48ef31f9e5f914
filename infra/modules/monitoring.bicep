// Where logs, traces and metrics go: one Log Analytics workspace and the Application Insights over it.

import { resourceTags } from 'types.bicep'

param workspaceName string
param applicationInsightsName string
param location string
param tags resourceTags

@minValue(30)
@maxValue(730)
param keepLogsDays int

@description('Logs beyond this many GB a day are dropped, and the alerts that read logs with them: a guard, not a budget.')
param dailyLogGb int

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: keepLogsDays
    workspaceCapping: {
      dailyQuotaGb: dailyLogGb
    }
  }
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' = {
  name: applicationInsightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    DisableLocalAuth: true
    IngestionMode: 'LogAnalytics'
    WorkspaceResourceId: workspace.id
  }
}
