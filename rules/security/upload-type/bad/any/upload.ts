import { Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import formidable from 'formidable';
import type { IncomingMessage } from 'node:http';

@Controller('files')
export class FilesController {
  // expect: upload-type P1
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 1_000_000 } }))
  @Post()
  save(@UploadedFile() file: Express.Multer.File) {
    return { size: file.size };
  }
}

export async function parse(request: IncomingMessage) {
  // expect: upload-type P1
  const form = formidable({ maxFileSize: 1_000_000 });
  return form.parse(request);
}
