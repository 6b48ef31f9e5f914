namespace Benchmarking.Core.Vocabulary;

/// <summary>How sure a saving is, as the tri-borough plan classed its savings.</summary>
public enum Confidence
{
    Assured,
    Projected,
    Possible,
}

/// <summary>Where in its life a saving is, as Hackney's pipeline names the stages.</summary>
public enum SavingsStage
{
    Opportunity,
    Developing,
    Specified,
    Delivery,
    Exhausted,
}

/// <summary>Whether a saving comes back every year.</summary>
public enum Recurrence
{
    Recurrent,
    OneOff,
}
