using Benchmarking.Performance;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// In this process: a process of its own for each measurement would be built anew, outside this repository's build law.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10);
var config = ManualConfig.CreateEmpty()
    .AddJob(job)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .HideColumns("Gen0", "Gen1", "Gen2", "Error", "RatioSD", "Alloc Ratio")
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default)
    .WithArtifactsPath(args is [var folder, ..] ? folder : "artifacts/performance");
BenchmarkRunner.Run([typeof(RefreshingSlices), typeof(AnsweringComparisons)], config);
