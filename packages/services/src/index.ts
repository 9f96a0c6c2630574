export { type ErrorCircumstances, errorMatches } from "./errors/error-matches.ts";
export { type PredefinedError, predefinedErrors } from "./errors/predefined-errors.ts";
export { type Integration, type IntegrationPattern, integrationOf } from "./integration.ts";
export { argumentsShape, declaredErrors, patternsOf, resultShape } from "./integration-shapes.ts";
export {
  type PriceBand,
  type StepFunctionsPrices,
  stepFunctionsPrices,
} from "./prices/step-functions-prices.ts";
export { splitArn } from "./split-arn.ts";
