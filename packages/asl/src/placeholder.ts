/**
 * Whether a text holds a placeholder of a deployment tool: `${QueueUrl}` (CloudFormation, SAM, Terraform) or
 * `{{name}}`. What it will be is not known, so it may stand for a number or a boolean too.
 */
export function hasPlaceholder(text: string): boolean {
  return /\$\{|\{\{/.test(text);
}
