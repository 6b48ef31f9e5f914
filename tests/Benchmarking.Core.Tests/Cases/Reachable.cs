using System.Reflection;

namespace Benchmarking.Core.Tests.Cases;

/// <summary>What an object keeps alive: how many objects, and how many characters and elements of arrays they hold. Counted by following
/// every field, so that nothing else in the process disturbs it.</summary>
internal sealed record Reachable(int Objects, long Elements)
{
    public static Reachable From(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var (waiting, elements) = (new Stack<object?>([root]), 0L);
        while (waiting.TryPop(out var next))
        {
            if (next is null or Type or MemberInfo or Delegate || next.GetType().IsPrimitive
                || (!next.GetType().IsValueType && !seen.Add(next)))
            {
                continue;
            }

            if (next is string text)
            {
                elements += text.Length;
            }
            else if (next is Array array)
            {
                elements += array.Length;
                foreach (var item in array.GetType().GetElementType()!.IsPrimitive ? Array.Empty<object>() : array)
                {
                    waiting.Push(item);
                }
            }
            else
            {
                foreach (var field in Fields(next.GetType()))
                {
                    waiting.Push(field.GetValue(next));
                }
            }
        }

        return new Reachable(seen.Count, elements);
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (Type? level = type; level is not null; level = level.BaseType)
        {
            foreach (var field in level.GetFields(
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer && !field.FieldType.IsEnum)
                {
                    yield return field;
                }
            }
        }
    }
}
