import express from 'express';
import { DataSource, Repository } from 'typeorm';
import { Project } from './entities';

export class Projects {
  constructor(private readonly projects: Repository<Project>) {}

  list() {
    // expect: tenant-filter P0
    return this.projects.find({ take: 50 });
  }

  mine(organizationId: string) {
    return this.projects.find({ where: { organizationId }, take: 50 });
  }
}

const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
const projects = new Projects(source.getRepository(Project));
const app = express();
app.get('/projects', async (req, res) => res.json(await projects.list()));
