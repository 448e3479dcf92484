import { Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';

@Controller('files')
export class FilesController {
  @Post()
  // expect: local-files
  @UseInterceptors(FileInterceptor('file', { dest: './uploads' }))
  add(@UploadedFile() file: Express.Multer.File) { return { name: file.filename }; }
}
