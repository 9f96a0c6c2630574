/** The part of SARIF 2.1.0 that we write. Names and shapes are those of the standard. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: "2.1.0";
  readonly runs: readonly SarifRun[];
}

export interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly columnKind: "utf16CodeUnits";
  readonly results: readonly SarifResult[];
}

export interface SarifDriver {
  readonly name: string;
  readonly version: string;
  readonly rules: readonly SarifRule[];
}

export interface SarifRule {
  readonly id: string;
  readonly shortDescription?: SarifText;
  readonly fullDescription?: SarifText;
  readonly help?: { readonly text: string; readonly markdown: string };
}

export interface SarifText {
  readonly text: string;
}

export type SarifLevel = "error" | "warning" | "note";

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: SarifLevel;
  readonly message: SarifText;
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly fixes?: readonly SarifFix[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

export interface SarifLocation {
  readonly id?: number;
  readonly message?: SarifText;
  readonly physicalLocation: SarifPhysicalLocation;
  readonly logicalLocations?: readonly { readonly name?: string; readonly fullyQualifiedName: string }[];
}

export interface SarifPhysicalLocation {
  readonly artifactLocation: { readonly uri: string };
  readonly region?: SarifRegion;
}

/** Counts from 1; the end is exclusive. */
export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

export interface SarifFix {
  readonly description: SarifText;
  readonly artifactChanges: readonly {
    readonly artifactLocation: { readonly uri: string };
    readonly replacements: readonly {
      readonly deletedRegion: SarifRegion;
      readonly insertedContent: SarifText;
    }[];
  }[];
}
