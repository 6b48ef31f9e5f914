// The least that ASP.NET Core can be asked: a probe, and one answer kept in memory. What the service takes beyond it is ours.
var builder = WebApplication.CreateBuilder(args);
var answer = builder.Configuration["answer"] is { } file ? File.ReadAllBytes(file) : [];
var app = builder.Build();
app.MapGet("/health/live", () => "alive");
app.MapGet("/answer", () => Results.Bytes(answer, "application/json"));
app.Run();
