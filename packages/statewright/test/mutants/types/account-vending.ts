import type { ToldMachine } from "../told-machine.ts";

const unit = { Id: "string", Arn: "string", Name: "string" };
const status = {
  CreateAccountStatus: {
    Id: "string",
    AccountName: "string",
    State: "=IN_PROGRESS|SUCCEEDED|FAILED",
    "AccountId?": "string",
  },
} as const;
const known = {
  CreateAccountStatus: {
    Id: "string",
    AccountName: "string",
    State: "=IN_PROGRESS|SUCCEEDED|FAILED",
    AccountId: "string",
  },
} as const;
const answered = (State: string) => ({
  result: { CreateAccountStatus: { Id: "car1", AccountName: "lab", State, AccountId: "123456789012" } },
});
const input = {
  OU: "Labs",
  AccountName: "lab",
  AccountEmail: "lab@example.com",
  StackName: "base",
  TemplateBody: "Resources: {}",
};
const answers = {
  "Get Organization Root": { result: { Roots: [{ Id: "r-1", Arn: "arn:r", Name: "Root" }] } },
  "Create New Organizational Unit": {
    result: { OrganizationalUnit: { Id: "ou-1", Arn: "arn:ou", Name: "Labs" } },
  },
  "Create New Account": {
    result: { CreateAccountStatus: { Id: "car1", AccountName: "lab", State: "IN_PROGRESS" } },
  },
  "New Account Status": [answered("IN_PROGRESS"), answered("SUCCEEDED")],
  "Move Account To OU": { result: {} },
  "Create Stack": { result: { StackId: "arn:stack" } },
};

export const accountVending: ToldMachine = {
  file: "account-vending-machine-statemachine",
  input: {
    OU: "string",
    AccountName: "string",
    AccountEmail: "string",
    StackName: "string",
    TemplateBody: "string",
  },
  output: {
    OU: "string",
    AccountName: "string",
    AccountEmail: "string",
    StackName: "string",
    TemplateBody: "string",
    data: { rootOU: { Roots: [unit] }, "existingOUs?": "any" },
    "targetOU?": "any",
    result: { Credentials: "string", CreateStack: { StackId: "string" } },
  },
  tasks: {
    "Get Organization Root": { takes: {}, returns: { Roots: [unit] } },
    "Create New Organizational Unit": {
      takes: { Name: "string", ParentId: "string" },
      returns: { OrganizationalUnit: unit },
    },
    "Create New Account": { takes: { AccountName: "string", Email: "string" }, returns: status },
    "New Account Status": { takes: { CreateAccountRequestId: "string" }, returns: known },
    "Move Account To OU": {
      takes: { AccountId: "string", DestinationParentId: "string", SourceParentId: "string" },
      returns: {},
    },
    "Create Stack": {
      takes: { StackName: "string", TemplateBody: "string" },
      returns: { StackId: "string" },
    },
    "List Organizational Units": { takes: { ParentId: "string" }, returns: { OrganizationalUnits: [unit] } },
  },
  runs: [
    { input, answers },
    { input, ends: "FAILED", answers: { ...answers, "New Account Status": answered("FAILED") } },
    {
      input,
      answers: {
        ...answers,
        "Create New Organizational Unit": {
          error: "Organizations.DuplicateOrganizationalUnitException",
          cause: "it exists",
        },
        "List Organizational Units": {
          result: {
            OrganizationalUnits: [
              { Id: "ou-0", Arn: "arn:ou0", Name: "Other" },
              { Id: "ou-1", Arn: "arn:ou", Name: "Labs" },
            ],
          },
        },
      },
    },
  ],
};
