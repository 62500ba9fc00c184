// Imported before anything else: libraries look at it as they are loaded, and check less than in development.
process.env['NODE_ENV'] = 'production';
