import { HttpService } from '@nestjs/axios';
import { Injectable } from '@nestjs/common';

@Injectable()
export class RatesService {
  constructor(private readonly http: HttpService) {}

  latest() {
    return this.http.get('https://rates.example.com/latest');
  }
}
