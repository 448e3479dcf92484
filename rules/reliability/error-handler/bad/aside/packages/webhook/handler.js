export const read = async () => [];
