namespace Benchmarking.Core.Vocabulary;

/// <summary>What a value is. Only <see cref="Reported"/> and <see cref="Derived"/> carry a number; none of the others is zero.</summary>
public enum ValueState
{
    /// <summary>As the council filed it, in the normal unit.</summary>
    Reported,

    /// <summary>Computed from figures that the council filed.</summary>
    Derived,

    /// <summary>Nothing was filed.</summary>
    Missing,

    /// <summary>The measure does not apply to this council.</summary>
    NotApplicable,

    /// <summary>Held, but withheld so that nobody can be recognised.</summary>
    Suppressed,
}
