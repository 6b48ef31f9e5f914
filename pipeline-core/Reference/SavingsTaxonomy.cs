namespace Benchmarking.Core.Reference;

/// <summary>One of the four categories of savings of the LGA's Annex A.</summary>
public sealed record SavingsCategory(string Code, string Label);

/// <summary>A subcategory of Annex A; <c>Group</c> is the heading between category and subcategory, where the annex prints one.</summary>
public sealed record SavingsSubcategory(string Code, string Label, string Category, string? Group);
