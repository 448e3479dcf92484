export const isMockEnabled = () => process.env.MOCK_PARSER === 'true';
export const mockAnswer = () => ({ name: 'Somebody' });
