using System.Diagnostics.CodeAnalysis;
using Azure.Core;

namespace Azure.Data.Tables;

public sealed class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        Version = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };
    }

    [SuppressMessage("Naming", "CA1707", Justification = "The package's names.")]
    public enum ServiceVersion
    {
        /// <summary>Too old for a <see cref="TokenCredential"/>.</summary>
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }

    /// <summary>Null stands for the public cloud.</summary>
    public TableAudience? Audience { get; set; }

    internal string Version { get; }

    internal TimeProvider Clock { get; set; } = TimeProvider.System;
}
