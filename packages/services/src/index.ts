export { type ErrorCircumstances, errorMatches } from "./errors/error-matches.ts";
export { type PredefinedError, predefinedErrors } from "./errors/predefined-errors.ts";
export { type Integration, type IntegrationPattern, integrationOf } from "./integration.ts";
export { argumentsShape, declaredErrors, patternsOf, resultShape } from "./integration-shapes.ts";
export { splitArn } from "./split-arn.ts";
