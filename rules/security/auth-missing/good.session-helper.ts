import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import { unlink } from 'node:fs/promises';
