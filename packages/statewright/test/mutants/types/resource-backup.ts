import type { ToldMachine } from "../told-machine.ts";

const identifier = {
  SourceAccountId: "string",
  SourceRegion: "string",
  ResourceId: "string",
  ResourceType: "string",
} as const;
const page = { ResourceIdentifiers: [identifier], "NextToken?": "string" } as const;
const item = {
  AccountId: "string",
  AwsRegion: "string",
  ResourceType: "string",
  ResourceId: "string",
  "ResourceName?": "string",
  Configuration: "string",
} as const;
const found = (more: object) => ({
  result: {
    ResourceIdentifiers: [
      {
        SourceAccountId: "123456789012",
        SourceRegion: "eu-central-1",
        ResourceId: "rr-1",
        ResourceType: "AWS::Route53Resolver::ResolverRule",
      },
    ],
    ...more,
  },
});
const configured = (more: object) => ({
  result: {
    BaseConfigurationItems: [
      {
        AccountId: "123456789012",
        AwsRegion: "eu-central-1",
        ResourceType: "AWS::Route53Resolver::ResolverRule",
        ResourceId: "rr-1",
        Configuration: "{}",
        ...more,
      },
    ],
    UnprocessedResourceIdentifiers: [],
  },
});
const put = { takes: { Body: item, Bucket: "string", Key: "string" }, returns: { ETag: "string" } } as const;
const input = {
  ResourceTypesToLookup: ["AWS::Route53Resolver::ResolverRule"],
  ConfigAggregatorName: "all",
  PaginationLimit: 10,
  S3BucketName: "backups",
};

export const resourceBackup: ToldMachine = {
  file: "resource-configuration-backup-sa-statemachine",
  input: {
    ResourceTypesToLookup: ["string"],
    ConfigAggregatorName: "string",
    PaginationLimit: "number",
    S3BucketName: "string",
  },
  tasks: {
    ListAggregateDiscoveredResources: {
      takes: { ConfigurationAggregatorName: "string", ResourceType: "string", Limit: "number" },
      returns: page,
    },
    "ListAggregateDiscoveredResources-Pagination": {
      takes: {
        ConfigurationAggregatorName: "string",
        ResourceType: "string",
        NextToken: "string",
        Limit: "number",
      },
      returns: page,
    },
    BatchGetAggregateResourceConfig: {
      takes: { ConfigurationAggregatorName: "string", ResourceIdentifiers: [identifier] },
      returns: { BaseConfigurationItems: [item], UnprocessedResourceIdentifiers: [identifier] },
    },
    PutObjectUsingResourceName: put,
    PutObjectUsingResourceId: put,
  },
  runs: [
    {
      input,
      answers: {
        ListAggregateDiscoveredResources: found({ NextToken: "n" }),
        "ListAggregateDiscoveredResources-Pagination": found({}),
        BatchGetAggregateResourceConfig: [configured({ ResourceName: "rule" }), configured({})],
        PutObjectUsingResourceName: { result: { ETag: "a" } },
        PutObjectUsingResourceId: { result: { ETag: "b" } },
      },
    },
    {
      input,
      answers: {
        ListAggregateDiscoveredResources: found({}),
        BatchGetAggregateResourceConfig: configured({}),
        PutObjectUsingResourceId: { result: { ETag: "b" } },
      },
    },
  ],
};
