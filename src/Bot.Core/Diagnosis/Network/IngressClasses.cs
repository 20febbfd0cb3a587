using Bot.Core.Clusters;

namespace Bot.Core.Diagnosis.Network;

/// <summary>Which controller an Ingress is meant for, and whether there is one.</summary>
internal static class IngressClasses
{
    private const string Annotation = "kubernetes.io/ingress.class";

    public static bool IsMissing(Ingress ingress, ClusterSnapshot snapshot)
    {
        if (ingress.IsBeingDeleted || !snapshot.ReadingOf("IngressClass").IsCompleteFor(""))
        {
            return false;
        }

        // The old annotation needs no IngressClass, nor does a controller that takes what names none: an address proves that one serves it.
        var served = !ingress.Addresses.IsEmpty;
        return ingress.ClassName.Length == 0
            ? !served && !snapshot.All<IngressClass>().Any(known => known.IsDefault)
            : snapshot.Find(new ObjectRef("IngressClass", "", ingress.ClassName)) is null && !(served && ingress.Metadata.Annotations.Contains(Annotation));
    }
}
