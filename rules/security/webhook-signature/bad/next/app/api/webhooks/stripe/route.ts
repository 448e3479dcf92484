import mongoose from 'mongoose';

const Enrolment = mongoose.models.Enrolment || mongoose.model('Enrolment', new mongoose.Schema({ user: String, course: String }));

// Whose enrolment it is stands in what was sent: whoever calls says it.
// expect: webhook-signature
export async function POST(request: Request) {
  const event = await request.json();
  if (event.type === 'checkout.session.completed') {
    await Enrolment.create({ user: event.data.object.metadata.user, course: event.data.object.metadata.course });
  }
  return Response.json({ received: true });
}
