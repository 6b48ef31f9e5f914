namespace Benchmarking.Service.Tests.CommandLine;

internal static class Receipts
{
    public const string Accepted = """
        {"id":"r-1","status":"accepted","rows":4,"revision":2,
         "counts":{"error":0,"query":0,"notice":0},"findingsTotal":0,"findings":[]}
        """;

    public const string NeedsExplanation = """
        {"id":"r-2","status":"needs-explanation","rows":4,"revision":null,
         "counts":{"error":0,"query":1,"notice":0},"findingsTotal":1,"findings":[
          {"code":"RET401","severity":"query","line":3,"column":"amount","value":"9","expected":"near 4",
           "message":"Say in the note why it doubled."}]}
        """;

    public const string Rejected = """
        {"id":"r-3","status":"rejected","rows":4,"revision":null,
         "counts":{"error":2,"query":0,"notice":0},"findingsTotal":7,"findings":[
          {"code":"RET204","severity":"error","line":12,"column":"amount","value":"1,23,4","expected":"1234.00",
           "message":"Group the digits by thousands."},
          {"code":"RET101","severity":"error","line":null,"column":null,"value":null,"expected":null,
           "message":"Add the column unit."}]}
        """;
}
