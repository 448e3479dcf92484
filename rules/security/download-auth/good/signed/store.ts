import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const client = new S3Client({});

export function addressOf(key: string) {
  return getSignedUrl(client, new GetObjectCommand({ Bucket: 'files', Key: key }), { expiresIn: 300 });
}
