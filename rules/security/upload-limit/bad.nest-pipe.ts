import { Controller, MaxFileSizeValidator, ParseFilePipe, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';

@Controller('files')
export class FilesController {
  // The file has arrived whole when the pipe refuses it: listed, with low confidence.
  @Post('scan')
  // expect: upload-limit P2
  @UseInterceptors(FileInterceptor('file'))
  scan(@UploadedFile(new ParseFilePipe({ validators: [new MaxFileSizeValidator({ maxSize: 1e6 })] })) file: Express.Multer.File) {
    return { size: file.size };
  }

  @Post('any')
  // expect: upload-limit P1
  @UseInterceptors(FileInterceptor('file'))
  any(@UploadedFile() file: Express.Multer.File) {
    return { size: file.size };
  }
}
