export const schemaOnly = true;
