import ts from "typescript";

/**
 * Where `any` stands in what an export is made of: in the types of fields, in parameters and in what is returned, over
 * all that is declared in the product. What a type parameter may be is not looked at, as it is what a user brings.
 */
export function anyIn(checker: ts.TypeChecker, exported: ts.Symbol): string[] {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const found: string[] = [];
  const seen = new Set<ts.Type>();

  const visit = (type: ts.Type, path: string): void => {
    if (type.flags & ts.TypeFlags.Any) found.push(path);
    if (seen.has(type)) return;
    seen.add(type);
    for (const argument of type.aliasTypeArguments ?? []) visit(argument, `${path}<…>`);
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) visit(part, path);
    } else if (type.flags & ts.TypeFlags.Object) {
      const reference = type as ts.TypeReference;
      const isInstance =
        (reference.objectFlags & ts.ObjectFlags.Reference) !== 0 && reference.target !== type;
      for (const argument of checker.getTypeArguments(reference)) visit(argument, `${path}<…>`);
      // What a generic type is made of is looked at once: its own methods lead to ever new ones of the same.
      if (isInstance) visit(reference.target, path);
      else if (!isForeign(type)) visitParts(type, path);
    }
  };

  const visitParts = (type: ts.Type, path: string): void => {
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      for (const parameter of signature.parameters) {
        visit(checker.getTypeOfSymbol(parameter), `${path}(${parameter.name})`);
      }
      visit(signature.getReturnType(), `${path}()`);
    }
    for (const info of checker.getIndexInfosOfType(type)) visit(info.type, `${path}[]`);
    for (const property of type.getProperties()) {
      visit(checker.getTypeOfSymbol(property), `${path}.${property.name}`);
    }
  };

  if (symbol.flags & ts.SymbolFlags.Value) visit(checker.getTypeOfSymbol(symbol), symbol.name);
  if (symbol.flags & ts.SymbolFlags.Type) visit(checker.getDeclaredTypeOfSymbol(symbol), symbol.name);
  return found;
}

function isForeign(type: ts.Type): boolean {
  const declarations = type.symbol?.declarations ?? [];
  return (
    declarations.length > 0 &&
    declarations.every((one) => /\/node_modules\//.test(one.getSourceFile().fileName))
  );
}
