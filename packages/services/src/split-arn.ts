/** Splits an ARN at its colons, but never inside a placeholder: `arn:${AWS::Partition}:states` has three parts. */
export function splitArn(arn: string): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < arn.length; at += 1) {
    if (arn.startsWith("${", at)) {
      const end = arn.indexOf("}", at);
      at = end < 0 ? arn.length : end;
    } else if (arn[at] === ":") {
      parts.push(arn.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(arn.slice(start));
  return parts;
}
