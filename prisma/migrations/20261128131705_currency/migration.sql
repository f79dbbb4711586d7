-- What an organization's customers pay in: a spending without it says nothing.
ALTER TABLE "organization" ADD COLUMN "currency" TEXT NOT NULL DEFAULT 'EUR';
