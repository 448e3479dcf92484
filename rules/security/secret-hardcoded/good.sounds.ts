// What sounds like a secret by a part of it.
export enum ErrorCodes {
  INCORRECT_OLD_PASSWORD = '5135',
  INVALID_API_KEY = '5140',
  PASSWORD_REQUIRED = '51500',
}

// The end of a word and an id, no key of a language model.
export const tag = { slug: 'flask-cje4g3tgk00wdm0wtaepqxd29k7', objectID: '5a94378b2e2d22686d3319ec' };

export const scheme = { type: 'http', scheme: 'bearer', description: 'Example header: `Bearer 123e4567-e89b-12d3-a456-426614174000`.' };

// Where a store keeps a file, by the date.
export const logo = { mimeType: 'image/png', token: 'space/2021/12/08/8742173785d34efc905ba1fd23227cc0' };

// What it is called, in several words, is none; neither is what hides one.
export const field = { secretKey: 'apiKeySecret', label: 'Key' };
