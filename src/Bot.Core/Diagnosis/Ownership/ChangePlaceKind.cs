namespace Bot.Core.Diagnosis.Ownership;

/// <summary>Who holds the wanted state of an object.</summary>
public enum ChangePlaceKind
{
    /// <summary>An Argo CD Application: its repository.</summary>
    Application,

    /// <summary>A Helm release that nobody syncs.</summary>
    Helm,

    /// <summary>Terraform, by the label of the object.</summary>
    Terraform,

    /// <summary>Neither Application nor Helm nor Terraform can be seen.</summary>
    Nobody,
}
