import { Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor, FilesInterceptor } from '@nestjs/platform-express';

@Controller('files')
export class FilesController {
  @Post()
  // expect: upload-limit
  @UseInterceptors(FileInterceptor('file'))
  one(@UploadedFile() file) {}

  @Post('many')
  // expect: upload-limit
  @UseInterceptors(FilesInterceptor('files', 10, { dest: 'uploads/' }))
  many() {}
}
