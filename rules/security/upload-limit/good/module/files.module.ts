import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { FilesController } from './files.controller.js';

@Module({ imports: [MulterModule.register({ limits: { fileSize: 1024 } })], controllers: [FilesController] })
export class FilesModule {}
